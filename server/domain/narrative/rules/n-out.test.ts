import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nOut } from './n-out';

itKeepsItsExamples(nOut);
