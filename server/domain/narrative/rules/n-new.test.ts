import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nNew } from './n-new';

itKeepsItsExamples(nNew);
