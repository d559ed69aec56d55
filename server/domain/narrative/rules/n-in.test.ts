import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nIn } from './n-in';

itKeepsItsExamples(nIn);
