import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nDoc } from './n-doc';

itKeepsItsExamples(nDoc);
